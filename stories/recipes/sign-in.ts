import 'customs-widgets/comment-box/define';
import type {} from 'customs-widgets/comment-box'; // the types of the tag and of its events

const box = document.querySelector('customs-comment-box')!;
box.identityProvider = {
  token: async () => sessionStorage.getItem('token') ?? undefined,
  signIn() {
    location.assign('/sign-in');
  },
};
