/** The address of the page, without the part of it that a reader has come to. */
export const pageAddress = (): string => window.location.href.replace(/#.*$/, '');
