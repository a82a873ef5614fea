namespace Qingdan.Tests.Support;

/// <summary>Folders of the checkout the tests run in. Found from the program, since a deterministic build leaves no paths in the source.</summary>
public static class Checkout
{
    /// <summary>The folder with the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A folder or file below it.</summary>
    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Find()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(System.IO.Path.Combine(folder, "Qingdan.slnx"))) folder = System.IO.Path.GetDirectoryName(folder)!;
        return folder;
    }
}
