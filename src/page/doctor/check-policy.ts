import type { PageRecord } from '../page-record.js';
import { absolute } from '../absolute.js';
import type { Find, Finding } from './findings.js';

/** Address of the folder of a file, with a slash at its end. */
export const folderOf = (address: string): string =>
  address.replace(/[?#].*$/, '').replace(/[^/]*$/, '');

/** Name under which Lit asks for the right to parse its templates. */
const POLICY = 'lit-html';

/** True if the page refused the policy of Lit: its list lacks the name, or has it once only. */
const isOurPolicy = ({ effectiveDirective, sample }: SecurityPolicyViolationEvent): boolean =>
  effectiveDirective === 'trusted-types' && sample === POLICY;

/** True if the page refused a template. */
const isRendering = ({ effectiveDirective, sample }: SecurityPolicyViolationEvent): boolean =>
  effectiveDirective === 'require-trusted-types-for' && sample.startsWith('Element inner');

/**
 * Writes the directive that allows the policy of Lit: `trusted-types dompurify lit-html`.
 *
 * @param isRepeated - several files ask for it
 */
function allowing(policy: string, isRepeated: boolean): string {
  const written = /(?:^|[;,])\s*trusted-types\s([^;,]*)/i.exec(policy)?.[1] ?? '';
  const names = written.split(/\s+/).filter((name) => name && name !== "'none'");
  const again = isRepeated || names.includes(POLICY) ? ["'allow-duplicates'"] : [];
  return ['trusted-types', ...new Set([...names, POLICY, ...again])].join(' ');
}

/** Checks what a content security policy has blocked, in the elements and elsewhere. */
export function* checkPolicy(
  { copies, violations }: PageRecord,
  elements: readonly Element[],
  find: Find,
): Generator<Finding> {
  const ours = [
    ...copies.map(({ address }) => folderOf(address)),
    ...elements.flatMap((element) =>
      ['src', 'endpoint'].flatMap((name) => {
        const address = element.getAttribute(name);
        return (address && absolute(address)?.href) || [];
      }),
    ),
  ];
  const enforced = violations.filter(({ disposition }) => disposition !== 'report');
  const refused = enforced.find(isOurPolicy);
  if (refused) {
    const directive = allowing(refused.originalPolicy, copies.length > 1);
    yield find(enforced.some(isRendering) ? 'trusted-types' : 'trusted-types-name', [directive]);
  }
  const seen = new Set<string>();
  for (const violation of enforced) {
    const { effectiveDirective, blockedURI } = violation;
    if (isOurPolicy(violation) || (refused && isRendering(violation))) continue;
    const key = `${effectiveDirective} ${blockedURI}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const isOurs = ours.some(
      // After a redirect, browsers report only the origin of an address on another origin.
      (address) => blockedURI.startsWith(address) || blockedURI === new URL(address).origin,
    );
    yield find(isOurs ? 'blocked' : 'blocked-other', [effectiveDirective, blockedURI]);
  }
}
