package sick.house.testkit;

import sick.house.application.account.OpenUseCase;

record CallingFake(OpenUseCase useCase) {}
