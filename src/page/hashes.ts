/** Hashes (`integrity`) of the scripts beside this one, by their names. The build fills them in. */
export const HASHES: Readonly<Record<string, string>> = {};
