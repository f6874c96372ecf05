/** Characters of a reason that says anything; the station asks for as many. */
export const SHORTEST_WHY = 10;
