/** Rows on a page of a list that says nothing else. */
export const usualPageSize = 25

/** The numbers of rows that people can choose from, by `size=` in the address. */
export const pageSizes: readonly number[] = [usualPageSize, 50, 100]
