/* Wine 8 has no bcryptprimitives.dll, which Windows 10 brings and programs in Rust, such as python-calamine, load for
   random numbers. This stands in for it where the program is tried under Wine; it is never shipped. */

#include <windows.h>

BOOLEAN NTAPI SystemFunction036(PVOID buffer, ULONG length); /* RtlGenRandom, in advapi32 */

__declspec(dllexport) BOOL WINAPI ProcessPrng(PBYTE buffer, SIZE_T length)
{
    return SystemFunction036(buffer, (ULONG)length);
}
