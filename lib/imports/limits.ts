/** Largest upload, and the pieces in which it comes, in bytes. */
export const maxFileBytes = 50 * 1024 * 1024
export const chunkBytes = 256 * 1024

/** Largest number of columns read, and of characters kept in one cell (the limit of Excel itself). */
export const maxColumns = 400
export const maxCellLength = 32_767
