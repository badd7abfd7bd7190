import type { KnownCause } from '../known-cause';

export const goTooOld: KnownCause = {
  id: 'go-too-old',
  title: 'Go is too old for go.mod',
  signs: [/go\.mod requires go >= (?<needed>[\w.]+) \(running go (?<active>[\w.]+)/],
  cause: 'go.mod asks for Go {needed|of a newer version}, and {active|an older one} is set up, which may fetch no other.',
  cure: 'Declare `Setup.goFrom(\'go.mod\')`, or the version by `Setup.go`.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/vmware-tanzu/vm-operator/pull/565'],
};
