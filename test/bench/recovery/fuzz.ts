export const judgeFuzz = async (_count: number, _say: (line: string) => void): Promise<object> => ({});
