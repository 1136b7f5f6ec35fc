/* Reading a file that a visitor chooses or drops. */
import { html, type TemplateResult } from 'lit';
import { decodeText } from '../../src/decode.js';

/** Reads a text file in whatever encoding it was saved. Throws if there is no such encoding. */
export const readText = async (file: Blob): Promise<string> =>
  decodeText(new Uint8Array(await file.arrayBuffer()));

/** Renders a button that opens the browser's dialog for files. */
export function fileButton(
  label: string,
  accept: string,
  onFile: (file: File) => void,
): TemplateResult {
  const take = ({ target }: Event): void => {
    const input = target as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) onFile(file);
    // Allows reading the same file again after a change.
    input.value = '';
  };
  return html`<label class="button file"
    >${label}<input type="file" class="visually-hidden" accept=${accept} @change=${take}
  /></label>`;
}

/** Listeners for an element that files can be dropped on. Text can still be dragged into it. */
export function dropListeners(onFile: (file: File) => void): {
  readonly over: (event: DragEvent) => void;
  readonly drop: (event: DragEvent) => void;
} {
  return {
    over: (event) => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    },
    drop: (event) => {
      const [file] = event.dataTransfer?.files ?? [];
      if (!file) return;
      event.preventDefault();
      onFile(file);
    },
  };
}
