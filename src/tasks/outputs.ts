import type { CheckOutput } from './check-command';
import type { DoctorOutput } from './doctor/report';
import type { InitOutput } from './init/output';
import type { PinsOutput } from './pins/report';
import type { PlanOutput } from './plan/plan-command';
import type { RehearseOutput } from './rehearse/output';
import type { Report as ReleaseOutput } from './release/outcome';
import type { RemoveOutput } from './remove/output';
import type { StatusOutput } from './status/report';
import type { SynthOutput } from './synth/synth-command';
import type { WhyOutput } from './why/why';

/** What each command prints by `--json`, for nobody but the generator: the published schema is made of it; what is added to a type leaves its version as it is. */
export interface Outputs {
  readonly check: CheckOutput;
  readonly doctor: DoctorOutput;
  readonly init: InitOutput;
  readonly pins: PinsOutput;
  readonly plan: PlanOutput;
  readonly rehearse: RehearseOutput;
  readonly release: ReleaseOutput;
  readonly remove: RemoveOutput;
  readonly status: StatusOutput;
  readonly synth: SynthOutput;
  readonly why: WhyOutput;
}
