/** From so many slips on a poll counts and its numbers are told. */
export const fewestSlips = 10;

/** Published with every result: when two units are a tie, and what a veto does. */
export const tieRule =
  '两个单位总分之差的90%区间不含0，才分先后；分不出先后的为并列，名次写成区间。一档之内不分先后，前一档的每个单位都确定高于后一档的每个单位；至多分四档，能分开的地方多于三处的，只在差距最大的三处分开。现场评议不计权重时，按总分的准确值比较，总分相同的并列。缺少某一部分的，其权重按比例由其余部分承担。有一票否决情形的单位照常列出，另列最后一档，不因加分提高。';
