using Qingdan.Platform.Results;

namespace Qingdan.Organizations.Contracts;

/// <summary>The account that a store without people begins with.</summary>
/// <param name="SignInName">To sign in with.</param>
/// <param name="Password">To be shown once; it must be changed at the first sign-in.</param>
public sealed record FirstAdministrator(string SignInName, string Password);

/// <summary>Opens the first account.</summary>
public interface IFirstAdministrator
{
    /// <summary>Creates a system administrator; refused when there is anybody already. He opens further accounts and names the first security administrator.</summary>
    Task<Result<FirstAdministrator>> Create(CancellationToken cancel);
}
