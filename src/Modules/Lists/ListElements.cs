using Qingdan.Standards.Contracts.Declarations;

namespace Qingdan.Lists;

/// <summary>What Standards or the city declares of the rows of each list beyond their columns.</summary>
internal sealed class ListElements(DeclarationBook book)
{
    private const string Path = "elements.";

    public DeclaredPart Demand { get; } = new(book.Find("demand").Value, Path);

    public DeclaredPart Responsibility { get; } = new(book.Find("responsibility").Value, Path);

    public DeclaredPart Negative { get; } = new(book.Find("negative").Value, Path);
}
