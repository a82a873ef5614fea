using System.CommandLine;

namespace Qingdan.Platform.CommandLine;

/// <summary>A module's command-line verb. <see cref="Build"/> declares options and the action; services come from the host of the program.</summary>
public interface IVerb
{
    /// <summary>The verb as System.CommandLine sees it.</summary>
    Command Build(VerbHost host);
}

/// <summary>Exit codes of every verb.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Refused, or severe findings.</summary>
    public const int Refused = 1;

    /// <summary>Wrong usage.</summary>
    public const int Usage = 2;
}
