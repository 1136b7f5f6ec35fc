/** Tells the operator why the service cannot start. The message never has the address, which may hold a password. */
export class StartProblem extends Error {}
