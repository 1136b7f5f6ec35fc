/* The few functions of Node that rendering uses. All its types would reach every file. */
declare module 'node:fs' {
  export function readFileSync(file: string | URL, encoding: 'utf8'): string;
  export function readFileSync(file: string | number): Uint8Array;
}
declare module 'node:util' {
  interface Option {
    type: 'string' | 'boolean';
    multiple?: boolean;
  }
  export function parseArgs(config: {
    args: readonly string[];
    options: Readonly<Record<string, Option>>;
    allowPositionals: boolean;
  }): { values: Record<string, string | boolean | undefined>; positionals: string[] };
}
declare module 'node:process' {
  const process: {
    readonly argv: readonly string[];
    readonly env: { readonly [name: string]: string | undefined };
    exitCode: number;
    readonly stdout: { write(text: string): void };
    readonly stderr: { write(text: string): void };
  };
  export default process;
}
