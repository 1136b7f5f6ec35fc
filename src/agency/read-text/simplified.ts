/* Lets the words of the readers match traditional characters too. */

const TRADITIONAL =
  '職責務機構關內設單簡況紹辦廳總會員區縣規級為屬電話網連係聯絡時間業發來術處負編領導學醫診號郵碼傳據國門長與組織監獄銀館檢審計執銜隊體團對開貫徹實擔擬訂協參東臺應條項權範圍歷並錄評論頁從綜點擊閱讀數專轉變種稱產證質類別現圖書調庫舉訴聲';
const SIMPLIFIED =
  '职责务机构关内设单简况绍办厅总会员区县规级为属电话网连系联络时间业发来术处负编领导学医诊号邮码传据国门长与组织监狱银馆检审计执衔队体团对开贯彻实担拟订协参东台应条项权范围历并录评论页从综点击阅读数专转变种称产证质类别现图书调库举诉声';

const characters = new Map([...TRADITIONAL].map((sign, index) => [sign, SIMPLIFIED[index]!]));

/** Writes a text in simplified characters, as far as the words of the readers need. Keeps its length. */
export function simplified(text: string): string {
  let result = '';
  for (const sign of text) result += characters.get(sign) ?? sign;
  return result;
}

/** True for a text with more traditional than simplified characters. */
export function isTraditional(text: string): boolean {
  let count = 0;
  for (const sign of text) if (characters.has(sign) && characters.get(sign) !== sign) count += 1;
  return count > (text.match(/\p{Script=Han}/gu)?.length ?? 0) / 20;
}
