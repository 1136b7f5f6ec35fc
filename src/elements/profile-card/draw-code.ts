import { correction, generate } from 'lean-qr/nano';

/** Empty modules around the code (ISO/IEC 18004). Without them, scanners fail on busy pages. */
const QUIET_ZONE = 4;

/** A QR code: the number of modules on each side, and the dark ones as an SVG path of that size. */
export interface Code {
  readonly size: number;
  readonly path: string;
}

/** Encodes a text as a QR code; `undefined` if it is too long. */
export function drawCode(text: string): Code | undefined {
  try {
    const code = generate(text, { minCorrectionLevel: correction.M });
    let path = '';
    for (let y = 0; y < code.size; y += 1) {
      for (let x = 0, length = 0; x < code.size; x += length || 1) {
        length = 0;
        while (code.get(x + length, y)) length += 1;
        if (length) path += `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h${length}v1h-${length}z`;
      }
    }
    return { size: code.size + 2 * QUIET_ZONE, path };
  } catch {
    return undefined;
  }
}
