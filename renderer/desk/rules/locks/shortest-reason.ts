/** As the station asks for. */
export const SHORTEST_REASON = 10;
