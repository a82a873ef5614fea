namespace Qingdan.Platform.Search;

public sealed partial class FacetSnapshot
{
    private sealed class Builder(int size, int columns)
    {
        private readonly long[] _ids = new long[size];
        private readonly long[] _sorts = new long[size];
        private readonly int[][] _codes = [.. Enumerable.Range(0, columns).Select(_ => new int[size])];
        private int _next;

        public void Add(FacetSnapshot from, int row)
        {
            (_ids[_next], _sorts[_next]) = (from._ids[row], from._sorts[row]);
            for (var c = 0; c < columns; c++) _codes[c][_next] = from._codes[c][row];
            _next++;
        }

        public void Add(FacetRow row)
        {
            if (row.Codes.Count != columns || row.Codes.Any(code => code < 0)) throw new ArgumentException("A row has one code from 0 for each column.", nameof(row));
            (_ids[_next], _sorts[_next]) = (row.Id, row.Sort);
            for (var c = 0; c < columns; c++) _codes[c][_next] = row.Codes[c];
            _next++;
        }

        public FacetSnapshot Build() => new(_ids, _sorts, _codes);
    }
}
