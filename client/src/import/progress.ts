/** Called now and then, and at the end, with how many lines or files were read and how many there are. */
export type Progress = (done: number, total: number) => void;
