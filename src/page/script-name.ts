/** Name of the script file, without version and extension. The build fills it in. */
export const SCRIPT_NAME: string = 'customs-widgets';
