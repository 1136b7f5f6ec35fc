/** Hashes (`integrity`) of the script files beside this one. The build fills them in. */
export const HASHES: Readonly<Record<string, string>> = {};
