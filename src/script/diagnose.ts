export interface Report {
  readonly findings: readonly unknown[];
}
export const diagnose = async (_options?: { readonly panel?: boolean }): Promise<Report> => ({
  findings: [],
});
