namespace Qingdan.Platform.CommandLine;

/// <summary>One thing that <c>doctor</c> looks at.</summary>
public interface ICheckup
{
    /// <summary>Looks, and reports what it saw.</summary>
    Task<CheckupReport> Look(CancellationToken cancel);
}

/// <summary>What a checkup saw.</summary>
/// <param name="Name">What was looked at, Chinese.</param>
/// <param name="Well">False when somebody should act.</param>
/// <param name="Finding">What was seen, Chinese with {0}.</param>
/// <param name="Args">Values of the placeholders.</param>
public sealed record CheckupReport(string Name, bool Well, string Finding, params object[] Args);
