export const guardMessages: readonly { id: string; title: string; cause: string; cure: string }[] = [];
