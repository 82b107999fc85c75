package sick.house.persistence.user;

import sick.house.application.account.OpenUseCase;

record CallingStore(OpenUseCase useCase) {}
