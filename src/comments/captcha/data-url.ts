/**
 * Writes a file as an address that contains it. Strict policies allow such pictures. Lockdown Mode
 * of iOS has no `FileReader`.
 */
export async function dataUrl(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await new Response(file).arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return `data:${file.type};base64,${btoa(text)}`;
}
