import 'customs-widgets/comment-box/define';

const box = document.querySelector('customs-comment-box')!;
box.identityProvider = {
  token: async () => sessionStorage.getItem('token') ?? undefined,
  signIn() {
    location.assign('/sign-in');
  },
};
