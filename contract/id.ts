import { z } from 'zod';

/**
 * In small letters, however it was written: a program may send capitals, and the database takes both for the same. What is sealed is
 * bound to the letters of its id, so there is one way to write it.
 */
export const id = z.uuid().toLowerCase();
