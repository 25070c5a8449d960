export const evidence = {
  final: {
    mark: 'Mark as final',
    marked: 'Final',
    notMarked: 'The evidence was not marked as final',
    notMarkedKept: 'The evidence is unchanged.',
    done: 'Marked as final: question {{question}}',
  },
} as const;
