import type { Agency } from '../model.js';

const escapeText = (text: string): string =>
  text.replace(/[\\,;]/g, '\\$&').replace(/\r\n?|[\n\u2028\u2029]/g, '\\n');

/** Number of octets of a character in UTF-8. Under Jest, jsdom has no `TextEncoder`. */
function octetsOf(character: string): number {
  const code = character.codePointAt(0)!;
  if (code < 0x80) return 1;
  if (code < 0x800) return 2;
  return code < 0x10000 ? 3 : 4;
}

/** Folds a line at 75 octets, as RFC 2426 asks, and never inside a character. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const character of line) {
    const octets = octetsOf(character);
    if (size + octets > 75) {
      lines.push(current);
      // The space that begins a continued line counts.
      current = ' ';
      size = 1;
    }
    current += character;
    size += octets;
  }
  return [...lines, current].join('\r\n');
}

/** Writes the agency as a contact card. Most phones read this version: vCard 3.0 (RFC 2426). */
export function toVCard({ name, status, level, url, telephone, address, asOf }: Agency): string {
  const escaped = escapeText(name);
  const note = [status, level].filter(Boolean).join(' · ');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped}`,
    `N:${escaped};;;;`,
    `ORG:${escaped}`,
    ...(telephone ? [`TEL:${escapeText(telephone)}`] : []),
    // The whole address is one text, so it stands where a street would.
    ...(address ? [`ADR:;;${escapeText(address)};;;;`] : []),
    ...(url ? [`URL:${url}`] : []),
    ...(note ? [`NOTE:${escapeText(note)}`] : []),
    ...(asOf ? [`REV:${asOf}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
