export default {
  devToolbar: { enabled: false },
  // Where the comments are while you develop. In production they are on the same site.
  vite: {
    server: {
      proxy: { '/comments': { target: process.env.COMMENTS } },
    },
  },
};
