export const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
export const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
