import { correction, generate } from 'lean-qr/nano';
import { html, type TemplateResult } from 'lit';

/** Empty modules around the code, as ISO/IEC 18004 asks; without them scanners fail on busy pages. */
const QUIET_ZONE = 4;

/** The last code, kept because an element draws itself anew at every change. */
let drawn: { text: string; size: number; path: string } | undefined;

/** The modules of a code as one path. */
function draw(text: string): NonNullable<typeof drawn> {
  if (drawn?.text === text) return drawn;
  const code = generate(text, { minCorrectionLevel: correction.M });
  let path = '';
  for (let y = 0; y < code.size; y += 1) {
    for (let x = 0; x < code.size; x += 1) {
      if (code.get(x, y)) path += `M${x + QUIET_ZONE} ${y + QUIET_ZONE}h1v1h-1z`;
    }
  }
  return (drawn = { text, size: code.size + 2 * QUIET_ZONE, path });
}

/**
 * A QR code as a picture, always black on white: inverted codes are not read by every phone.
 *
 * @param text - what the code says
 * @param label - what a screen reader says instead
 * @returns the picture, or `undefined` when the text is too long for a code
 */
export function renderQrCode(text: string, label: string): TemplateResult | undefined {
  try {
    const { size, path } = draw(text);
    return html`<svg
      class="qr-code"
      part="qr-code"
      role="img"
      aria-label=${label}
      viewBox="0 0 ${size} ${size}"
      shape-rendering="crispEdges"
    >
      <path fill="#fff" d="M0 0h${size}v${size}H0z" />
      <path fill="#000" d=${path} />
    </svg>`;
  } catch {
    return undefined;
  }
}
