/** The hashes (`integrity`) of the script files beside this one. They are known when those are built: the build puts them here. */
export const HASHES: Readonly<Record<string, string>> = {};
