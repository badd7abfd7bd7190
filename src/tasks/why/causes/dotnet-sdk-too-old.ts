import type { KnownCause } from '../known-cause';

export const dotnetSdkTooOld: KnownCause = {
  id: 'dotnet-sdk-too-old',
  title: 'The .NET SDK is too old',
  signs: [/error NETSDK1045: The current \.NET SDK does not support targeting (?<target>\.NET (?:Core )?\d+\.\d+)/],
  cause: 'A project is for {target|a newer .NET} than the SDK that is set up.',
  cure: 'Declare `Setup.dotnet` with that version; a global.json can hold an older one.',
  then: 'new-tag',
  before: 'rehearse',
  sources: ['https://github.com/PropertyTools/PropertyTools/issues/424', 'https://learn.microsoft.com/dotnet/core/tools/sdk-errors/netsdk1045'],
};
