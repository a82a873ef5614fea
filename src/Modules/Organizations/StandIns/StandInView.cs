namespace Qingdan.Organizations.StandIns;

/// <summary>What a person typed about a stand-in.</summary>
public sealed record StandInDraft(string Deputy, string From, string Until, string Reason);

/// <summary>A stand-in as shown with a person. <paramref name="State"/> is Chinese.</summary>
public sealed record StandInRow(long Id, string Person, string Deputy, string Roles, DateOnly From, DateOnly Until, string Reason, string By, string State, bool Live);

/// <summary>Somebody who can stand in.</summary>
public sealed record StandInChoice(string SignInName, string FullName, string Roles);
