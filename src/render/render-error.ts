import type { Problem } from '../agency/problem.js';

/** Thrown when the element cannot be rendered. `problems` lists the reasons. */
export class RenderError extends Error {
  readonly problems: readonly string[];

  constructor(...problems: readonly string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Names each problem and, for programs, its place. */
export const errorOf = (problems: readonly Problem[]): RenderError =>
  new RenderError(
    ...problems.map(({ message, pointer }) => (pointer ? `${message} (${pointer})` : message)),
  );
