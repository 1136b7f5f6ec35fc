export const SIZES = [100, 10_000, 100_000];
export const PAGE_SIZE = 10;
export const TEXT = '办事大厅的指引很清楚，窗口人员耐心细致，材料一次就交齐了。建议在网站上补充周末的办理时间，谢谢！';
