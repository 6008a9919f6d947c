/**
 * Starts a statement that Postgres must plan for its own values, each time: one plan for all values would be wrong for
 * a search or a rare filter. Every other statement keeps its plan on the connection.
 */
export const planAfresh = '/* plan afresh */'
