namespace Qingdan.Platform.CommandLine;

/// <summary>A module's share of the demo city: deterministic, made through the module's own use-cases.</summary>
public interface IDemoPart
{
    /// <summary>Parts are loaded in this order.</summary>
    int Order { get; }

    /// <summary>Loads the part; lines worth showing (accounts, counts) go to <paramref name="output"/>.</summary>
    Task Load(TextWriter output, CancellationToken cancel);
}
