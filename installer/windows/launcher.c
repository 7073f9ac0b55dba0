/* Starts the program: loads the Python beside this file and runs entry.py with it.
 *
 * The Python is called inside this process, so that the task bar, the firewall
 * and the list of processes show this program's name and icon. Nothing of the
 * environment or of another Python on the computer is used: python3xx._pth
 * beside the library fixes where modules come from.
 */
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

#define LONGEST 32768 /* characters of the longest path of Windows */

typedef int (*python_main)(int, wchar_t **);

static int fail(const wchar_t *text, const wchar_t *detail)
{
    static wchar_t message[LONGEST + 512];
    _snwprintf(message, LONGEST + 511, L"%ls\n\n%ls\n\nInstall the program again.", text, detail);
#ifdef CONSOLE
    fwprintf(stderr, L"%ls\n", message);
#else
    MessageBoxW(NULL, message, L"Sj\x00f6gren Desktop", MB_OK | MB_ICONERROR);
#endif
    return 3;
}

static int start(int count, wchar_t **given)
{
    static wchar_t self[LONGEST], folder[LONGEST], library[LONGEST], entry[LONGEST];
    DWORD length = GetModuleFileNameW(NULL, self, LONGEST);
    if (length == 0 || length >= LONGEST)
        return fail(L"The program does not know where it is.", L"");
    wcscpy(folder, self);
    wchar_t *slash = wcsrchr(folder, L'\\');
    if (slash == NULL)
        return fail(L"The program does not know where it is.", self);
    *slash = L'\0';
    if (wcslen(folder) > LONGEST - 64)
        return fail(L"The folder of the program has too long a name.", folder);
    _snwprintf(library, LONGEST - 1, L"%ls\\%ls", folder, PYTHON_DLL);
    _snwprintf(entry, LONGEST - 1, L"%ls\\app\\entry.py", folder);

    HMODULE python = LoadLibraryExW(library, NULL, LOAD_WITH_ALTERED_SEARCH_PATH);
    if (python == NULL)
        return fail(L"A part of the program is missing or damaged:", library);
    python_main run = (python_main)(void *)GetProcAddress(python, "Py_Main");
    if (run == NULL)
        return fail(L"A part of the program is damaged:", library);

    wchar_t **arguments = calloc((size_t)count + 6, sizeof *arguments);
    if (arguments == NULL)
        return fail(L"There is not enough memory to start.", L"");
    int n = 0;
    arguments[n++] = self;
    arguments[n++] = L"-B"; /* the folder of the program is not written to */
    arguments[n++] = L"-X";
    arguments[n++] = L"utf8";
    arguments[n++] = entry;
    for (int i = 1; i < count; i++)
        arguments[n++] = given[i];
    return run(n, arguments);
}

#ifdef CONSOLE
int wmain(int count, wchar_t **given)
{
    return start(count, given);
}
#else
int WINAPI wWinMain(HINSTANCE self, HINSTANCE before, PWSTR line, int show)
{
    (void)self, (void)before, (void)line, (void)show;
    return start(__argc, __wargv);
}
#endif
