/* How much of everything: the same for all that is compared. */

/** Published comments of the threads that are measured. */
export const SIZES = [100, 10_000, 100_000];

/** Waline reads its whole table at every request; with 100,000 comments a run would see a handful of answers. */
export const WALINE_SIZES = [100, 10_000];

/** Comments on a page. */
export const PAGE_SIZE = 10;

/** Text of all comments; what makes each its own is put behind it. */
export const TEXT =
  '办事大厅的指引很清楚，窗口人员耐心细致，材料一次就交齐了。建议在网站上补充周末的办理时间，谢谢！';
