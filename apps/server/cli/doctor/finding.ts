/** One thing that the doctor looked at. `text` says what it is and, when it is not good, what to do. */
export interface Finding {
  name: string;
  title: string;
  good: boolean;
  text: string;
}
