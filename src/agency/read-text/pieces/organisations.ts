/* Recognises the names of public bodies. */
import { simplified } from '../simplified.js';

/** Last words of the names of public bodies. */
const CHINESE_BODY =
  /(?:局|署|部|委|委员会|办公室|办|厅|院|校|中学|小学|大学|学院|幼儿园|中心|海关|政府|银行|处|所|站|队|总队|支队|大队|馆|基地|协会|公司|社|台|关)$/u;

const ENGLISH_BODY =
  /\b(?:Administration|Agency|Authority|Board|Bureau|Centre|Center|College|Commission|Committee|Corps|Council|Court|Customs|Department|Directorate|Division|Executive|Foundation|Hospital|Inspectorate|Institute|Library|Ministry|Museum|Office|Police|Registry|School|Service|Services|Survey|Treasury|University|House|Revenue)\b/u;

/** True for what can be the full name of a public body: short, without the marks of a sentence. */
export function isBody(name: string): boolean {
  const text = simplified(name);
  if (text.length < 2 || text.length > 80 || /[。，；：？！,;:?!>›»→|｜]|\s\/\s/u.test(text))
    return false;
  if (/^(?:本|我|该|各|全)(?:局|院|校|办|委|署|部|厅|处|所)/u.test(text)) return false;
  return (
    CHINESE_BODY.test(text) ||
    (ENGLISH_BODY.test(text) && !/^(?:our|your|the|about|what|how)\b/iu.test(text))
  );
}
