namespace Qingdan.Platform.CommandLine;

/// <summary>A module's share of the demo city: deterministic, made through the module's own use-cases.</summary>
public interface IDemoPart
{
    /// <summary>Parts are loaded in this order.</summary>
    int Order { get; }

    /// <summary>Loads the part; lines worth showing (counts) go to <paramref name="output"/>.</summary>
    Task Load(TextWriter output, CancellationToken cancel);

    /// <summary>Says at every start what somebody needs to look around; nothing where the store is no demo any more.</summary>
    Task Greet(TextWriter output, CancellationToken cancel) => Task.CompletedTask;
}
