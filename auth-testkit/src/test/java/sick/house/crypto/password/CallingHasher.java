package sick.house.crypto.password;

import sick.house.application.account.OpenUseCase;

record CallingHasher(OpenUseCase useCase) {}
