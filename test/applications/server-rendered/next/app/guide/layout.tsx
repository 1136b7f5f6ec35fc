import { CommentBox } from 'customs-widgets/react';
import type { ReactNode } from 'react';

/** The box stays when the route changes. Comments go to the route that is shown. */
export default function Layout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <CommentBox endpoint="/comments" site="customs" />
    </>
  );
}
