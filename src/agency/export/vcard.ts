import type { Agency } from '../model.js';

const escapeText = (text: string): string =>
  text.replace(/[\\,;]/g, '\\$&').replace(/\r?\n/g, '\\n');

const encoder = new TextEncoder();

/** Cuts a line to 75 octets as RFC 2426 asks, never inside a character. */
function fold(line: string): string {
  const lines: string[] = [];
  let current = '';
  let size = 0;
  for (const character of line) {
    const octets = encoder.encode(character).length;
    if (size + octets > 75) {
      lines.push(current);
      // The blank that begins a continued line counts.
      current = ' ';
      size = 1;
    }
    current += character;
    size += octets;
  }
  return [...lines, current].join('\r\n');
}

/** The agency as a contact card (vCard 3.0, RFC 2426), the version that phones read most widely. */
export function toVCard({ name, status, level, url, asOf }: Agency): string {
  const escaped = escapeText(name);
  const note = [status, level].filter(Boolean).join(' · ');
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `FN:${escaped}`,
    `N:${escaped};;;;`,
    `ORG:${escaped}`,
    ...(url ? [`URL:${url}`] : []),
    ...(note ? [`NOTE:${escapeText(note)}`] : []),
    ...(asOf ? [`REV:${asOf}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}
